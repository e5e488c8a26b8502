-- Series of the nomenclature for every kind of paper that the Department sends or keeps. Unconfirmed until the registry confirms
-- each with the act that approved it.

insert into document_series (unit_index, index, title, retention_years) values
  ('6001', '7-8',
   '{"kk": "Қайта жіберілген өтініштер және олар туралы хабарламалар", "ru": "Перенаправленные обращения и уведомления о них", "en": "Forwarded appeals and notices of forwarding"}', 5),
  ('6001', '7-9',
   '{"kk": "Бөлімнің шешімдеріне шағымдар бойынша хат алмасу", "ru": "Переписка по жалобам на решения отдела", "en": "Correspondence on complaints against the Department''s decisions"}', 5),
  ('6001', '7-10',
   '{"kk": "Құқық қорғау және арнайы мемлекеттік органдармен хат алмасу", "ru": "Переписка с правоохранительными и специальными государственными органами", "en": "Correspondence with law enforcement and special state bodies"}', 5),
  ('6001', '7-11',
   '{"kk": "Соттар мен бөлімшелерден құжаттар мен мәліметтер сұрату", "ru": "Запросы документов и сведений в суды и подразделения", "en": "Requests to courts and units for documents and information"}', 5),
  ('6001', '7-12',
   '{"kk": "Мемлекеттік органдармен хат алмасу", "ru": "Переписка с государственными органами", "en": "Correspondence with state bodies"}', 5),
  ('6001', '7-13',
   '{"kk": "Жоғарғы Соттың Төрағасына және Сот әкімшілігінің басшысына ұсыныстар", "ru": "Предложения Председателю Верховного Суда и руководителю Судебной администрации", "en": "Proposals to the Chairman of the Supreme Court and the Head of the Court Administration"}', 10),
  ('6001', '7-14',
   '{"kk": "Бөлімнің заңды талаптары және олардың орындалуы", "ru": "Законные требования отдела и их исполнение", "en": "Lawful demands of the Department and compliance with them"}', 5),
  ('6001', '7-15', '{"kk": "Актілер", "ru": "Акты", "en": "Acts"}', 5),
  ('6001', '7-16', '{"kk": "Қорытындылар", "ru": "Заключения", "en": "Conclusions"}', 10),
  ('6001', '7-17', '{"kk": "Кеңестер мен отырыстардың хаттамалары", "ru": "Протоколы совещаний и заседаний", "en": "Protocols of meetings and sessions"}', 10),
  ('6001', '7-18',
   '{"kk": "Ілеспе хаттар және жалпы хат алмасу", "ru": "Сопроводительные письма и общая переписка", "en": "Cover letters and general correspondence"}', 3)
on conflict do nothing;
